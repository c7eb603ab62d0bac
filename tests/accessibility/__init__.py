"""Every screen before axe-core: which screens there are, who looks at them, what was found."""
