-- Version 5: answers to requests are found by their age, because old ones are taken away.

CREATE INDEX requests_by_time ON requests (time);
