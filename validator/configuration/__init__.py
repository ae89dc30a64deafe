"""What a run is told: the configuration file, the glossaries, and the settings that follow from them.

`settings` is what all rules read; the other modules make it from files that people write: bounded in size, with line
and column for every error.  Below the rules, so that they may ask for their settings: it imports `finding`, for the
severities, and nothing else of the validator.
"""
