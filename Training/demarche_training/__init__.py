"""Training of Demarche's encoder: one small transformer, several heads, run in Swift."""
