"""The link with the province's system of tasks (features E7): the same task, one number, a state that goes both ways.

The province pushes tasks, changes and decisions to our REST services; we report by jobs. Push rather than a periodic
pull: a decision is there the moment it is made, wrong data are refused to whoever sent them, nothing asks an empty feed
every minute, and every message has an id of its own, so that sending it again does no harm.
"""
