"""What an analyst can do, each command declared once."""
