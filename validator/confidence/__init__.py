"""How likely a finding is right, and how severe that makes it."""
