select provider, currency, amount, state, journal_id as journal from payout where id = :id
