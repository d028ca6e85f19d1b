"""What every test shares: property tests that judge the claim, never the speed of the machine."""

from hypothesis import settings

settings.register_profile("briefgen", deadline=None, print_blob=True)
settings.load_profile("briefgen")
