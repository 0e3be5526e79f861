# Candor, desk
