"""What HubDesk talks about: records, kinds, texts, merging. Pure, frozen types and rules."""
