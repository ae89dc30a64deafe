"""What can be wrong with an article: rules, the analyses they share, findings, waivers, the runner."""
