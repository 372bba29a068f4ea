"""What do links to a view hold?"""
