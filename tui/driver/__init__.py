"""The way to the terminal and from it: only what changed is sent, and keys are taken at once."""
