"""The reader of plans: measures, who answers for them and when, in tables and lists of any make."""
