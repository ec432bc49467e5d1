"""The reader of plans: measures, who answers for them and when, in tables and lists of any make."""

from govdocs.reading.plans.reading import claim_plans, read_plan

__all__ = ["claim_plans", "read_plan"]
