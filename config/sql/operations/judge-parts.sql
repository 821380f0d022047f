-- Multipart uploads that the store tells of and somebody still works on: all others may go.
select u.store_id from upload u where u.state = 'open' and u.store_id = any (:ids)
