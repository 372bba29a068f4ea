"""What does a visit see first?"""
