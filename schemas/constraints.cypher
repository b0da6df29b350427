// Generated from kg/model by 'make schemas'; do not edit.
CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kg_store_id IF NOT EXISTS FOR (n:KgStore) REQUIRE n.id IS UNIQUE;
CREATE INDEX kg_actor_id IF NOT EXISTS FOR (n:Actor) ON (n.id);
CREATE INDEX kg_claim_id IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE INDEX kg_collection_id IF NOT EXISTS FOR (n:Collection) ON (n.id);
CREATE INDEX kg_document_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE INDEX kg_event_id IF NOT EXISTS FOR (n:Event) ON (n.id);
CREATE INDEX kg_item_id IF NOT EXISTS FOR (n:Item) ON (n.id);
CREATE INDEX kg_place_id IF NOT EXISTS FOR (n:Place) ON (n.id);
CREATE INDEX kg_topic_id IF NOT EXISTS FOR (n:Topic) ON (n.id);
CREATE INDEX kg_weapontype_id IF NOT EXISTS FOR (n:WeaponType) ON (n.id);
