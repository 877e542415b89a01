"""The rules as data: TOML beside the code, overlaid by a user's own files."""
