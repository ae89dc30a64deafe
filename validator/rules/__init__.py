"""One module is one rule, named after its code; being here is being registered."""
