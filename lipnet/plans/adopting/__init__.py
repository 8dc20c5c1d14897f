"""From a proposal to a plan in force: groups ratify, a motion adopts, amendments are kept."""
