# Candor, rules
