"""What is derived from incidents: their facts as they stand, their list, what is like them."""
