"""Configuration: what the user asks for, from files and the command line."""
