-- Version 6: memories that were deleted. Their rows stay, because the history of their units and documents leads to them.

ALTER TABLE memories ADD COLUMN deleted INTEGER; -- the revision that deleted it; NULL while it is there
