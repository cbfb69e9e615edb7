-- A register of the second version of the schema as SQLite dumps it: the seeds and a few facts.
PRAGMA application_id = 1112099905;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'bilateral','1 journal','2026-11-24 08:31:20.341405+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'bilateral','2 index','2026-11-24 08:31:20.343632+00:00');
CREATE TABLE "citation" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "position" INTEGER NOT NULL,
   "source" TEXT NOT NULL REFERENCES "source"("id"),
   "locator" TEXT NOT NULL,
   "quote" TEXT NOT NULL,
   "paraphrase" TEXT NOT NULL,
   PRIMARY KEY ("commitment", "position")
) STRICT;
INSERT INTO "citation" VALUES('PK-CN-2',1,'2026-01-07-beijing','paragraph 3','','The same consensus has the two ministers meet once in every year.');
INSERT INTO "citation" VALUES('PK-CN-4',1,'2026-01-07-beijing','paragraph 5','','Joint mechanisms, and those for a rapid response, are to become better at meeting terrorism and crime.');
INSERT INTO "citation" VALUES('PK-CN-5',1,'2026-01-07-beijing','paragraph 5','','More is to be covered by the training of police and by exchanges between the forces.');
INSERT INTO "citation" VALUES('PK-CN-6',1,'2026-01-07-beijing','paragraph 6','','A strategy worked out together is to raise training and professional capacity of police and security staff.');
INSERT INTO "citation" VALUES('PK-CN-7',1,'2026-01-07-beijing','paragraph 8','','Pakistan''s minister says that a unit to protect Chinese citizens and joint projects is being set up.');
INSERT INTO "citation" VALUES('PK-CN-8',1,'2026-01-07-beijing','paragraph 6','','The ministers talked about a sister-city link; the report does not say that they settled it.');
INSERT INTO "citation" VALUES('PK-CN-9',1,'2026-01-07-beijing','paragraph 9','','Pakistan looks for help from Chinese institutions in building up its agency against cybercrime.');
INSERT INTO "citation" VALUES('PK-CN-10',1,'2026-01-07-beijing','paragraph 9','','Pakistan''s minister remarks that China''s technology based on AI could be of use; nothing was undertaken.');
INSERT INTO "citation" VALUES('PK-CN-1',1,'2026-01-07-beijing','paragraph 3','','Officials are cited for a consensus: the Joint Working Group sits once every three months.');
INSERT INTO "citation" VALUES('PK-CN-3',1,'2026-01-07-beijing','paragraph 2','','The countries are to build up their institutional mechanisms and coordinate operations more closely.');
CREATE TABLE "commitment" (
   "ref" TEXT PRIMARY KEY NOT NULL,
   "kind" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "relationship" TEXT NOT NULL,
   "strength" TEXT NOT NULL,
   "owed_by" TEXT NOT NULL,
   "lead" TEXT NOT NULL,
   "agreed_on" TEXT NOT NULL,
   "grace_days" INTEGER NOT NULL,
   "arrears" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "last_fact_on" TEXT NOT NULL,
   "every" TEXT,
   "anchor_on" TEXT,
   "first_step" INTEGER,
   "reading" TEXT,
   "cadence_words" TEXT,
   "due_earliest" TEXT,
   "due_latest" TEXT,
   "due_words" TEXT,
   "review_every" TEXT,
   "expected_from" TEXT,
   "overdue_from" TEXT,
   "review_on" TEXT,
   "follow_up_on" TEXT
) STRICT;
INSERT INTO "commitment" VALUES('PK-CN-1','meeting','Joint Working Group meets','PK-CN','agreed','joint','','2026-01-07',0,'latest','','2026-11-24','P3M','2026-01-07',1,'grid','every three months',NULL,NULL,NULL,NULL,'2026-12-15','2026-12-16',NULL,'2026-12-01');
INSERT INTO "commitment" VALUES('PK-CN-2','meeting','Interior ministers meet','PK-CN','agreed','joint','Minister for Interior; Minister of Public Security','2026-01-07',0,'latest','','2026-01-07','P1Y','2026-01-07',1,'grid','annually',NULL,NULL,NULL,NULL,'2027-01-07','2027-01-08',NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-3','standing','Strengthen institutional mechanisms and operational coordination','PK-CN','agreed','joint','','2026-01-07',0,'each','','2026-11-24',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-05-24',NULL);
INSERT INTO "commitment" VALUES('PK-CN-4','standing','Improve joint and rapid-response mechanisms against terrorism and crime','PK-CN','agreed','joint','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-5','standing','Widen police training and exchange programmes','PK-CN','agreed','joint','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-6','deliverable','Joint strategy for training and professional capacity of police','PK-CN','agreed','joint','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-7','deliverable','Special protection unit for Chinese nationals in Islamabad','PK-CN','offered','PK','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-8','standing','Sister-city cooperation of Islamabad and Beijing','PK-CN','discussed','joint','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-9','standing','Chinese support for the National Cyber Crimes Investigation Agency','PK-CN','sought','CN','National Cyber Crimes Investigation Agency','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-10','standing','AI-based technologies against terrorism and new security challenges','PK-CN','noted','joint','','2026-01-07',0,'each','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "counter" (
   "relationship" TEXT PRIMARY KEY NOT NULL,
   "last_number" INTEGER NOT NULL
) STRICT;
INSERT INTO "counter" VALUES('PK-CN',10);
CREATE TABLE "entry" (
   "number" INTEGER PRIMARY KEY NOT NULL,
   "act" TEXT NOT NULL,
   "subject" TEXT NOT NULL,
   "body" TEXT NOT NULL,
   "author" TEXT NOT NULL,
   "recorded_at" TEXT NOT NULL,
   "seal" TEXT NOT NULL
) STRICT;
INSERT INTO "entry" VALUES(1,'opened','(register)','{"home":"PK","zone":"Asia/Karachi"}','Ayesha','2026-11-24T13:31:20+05:00','db74958c15a252e690376a44bad360faa2d6111947d21617ee0831f8451df5ef');
INSERT INTO "entry" VALUES(2,'party','CN','{"capital":"Beijing","code":"CN","name":"China","zone":"Asia/Shanghai"}','Ayesha','2026-11-24T13:31:20+05:00','60f922d8ad7be45906df771015ea05b2edb235582970b40e4e0f1156ba7fd410');
INSERT INTO "entry" VALUES(3,'party','PK','{"capital":"Islamabad","code":"PK","name":"Pakistan","zone":"Asia/Karachi"}','Ayesha','2026-11-24T13:31:20+05:00','fc6ee5048faf35fd70fb667c439aea575b14a85f1a746a31f316db6f5a507d21');
INSERT INTO "entry" VALUES(4,'source','2026-01-07-beijing','{"dated_on":"2026-01-07","id":"2026-01-07-beijing","kind":"news_report","location":"","participants":[{"name":"Mohsin Naqvi","office":"Federal Minister for Interior","party":"PK"},{"name":"Wang Xiaohong","office":"Minister of Public Security","party":"CN"},{"name":"Khurram Agha","office":"Federal Secretary, Interior","party":"PK"},{"name":"Khalil Hashmi","office":"Ambassador to China","party":"PK"},{"name":"Muhammad Idrees","office":"Director General, National Police Academy","party":"PK"},{"name":"Syed Khurram Ali","office":"Director General, National Cyber Crimes Investigation Agency","party":"PK"},{"name":"Muhammad Ali Randhawa","office":"Chief Commissioner, Islamabad","party":"PK"},{"name":"Ali Nasir Rizvi","office":"Inspector General of Police, Islamabad","party":"PK"},{"name":"Xu Datong","office":"Vice Minister","party":"CN"},{"name":"Yu Xiuhe","office":"Vice Minister","party":"CN"},{"name":"Cen Yuanbiao","office":"Deputy Mayor of Beijing; Director General, Beijing Public Security Bureau","party":"CN"},{"name":"Guo Kan","office":"Director General, General Office","party":"CN"},{"name":"Gao Qiu","office":"Director General, Counterterrorism Department","party":"CN"},{"name":"Wang Yong","office":"Director General, International Cooperation","party":"CN"}],"place":"Beijing, Ministry of Public Security","sha256":"9d31761eb684a468258b12d3c3b6eeb3934b0dd4947a14e8c1bf59d9cdaa237e","title":"Press report on the meeting of the interior ministers of Pakistan and China"}','Ayesha','2026-11-24T13:31:20+05:00','af79453cfb47d282425963f3d492557036b01b7a35cb185be8040c10db832a5e');
INSERT INTO "entry" VALUES(5,'agreed','PK-CN-1','{"agreed_on":"2026-01-07","anchor_on":"2026-01-07","arrears":"latest","cadence_words":"every three months","citations":[{"locator":"paragraph 3","paraphrase":"Officials are cited for a consensus: the Joint Working Group sits once every three months.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":"P3M","first_step":1,"grace_days":0,"kind":"meeting","lead":"","note":"","owed_by":"joint","reading":"grid","ref":"PK-CN-1","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Joint Working Group meets"}','Ayesha','2026-11-24T13:31:20+05:00','15be3667c12e933274e21425f1598df1a6d1db61dad9a63bbb2a1a4a6e517380');
INSERT INTO "entry" VALUES(6,'agreed','PK-CN-2','{"agreed_on":"2026-01-07","anchor_on":"2026-01-07","arrears":"latest","cadence_words":"annually","citations":[{"locator":"paragraph 3","paraphrase":"The same consensus has the two ministers meet once in every year.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":"P1Y","first_step":1,"grace_days":0,"kind":"meeting","lead":"Minister for Interior; Minister of Public Security","note":"","owed_by":"joint","reading":"grid","ref":"PK-CN-2","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Interior ministers meet"}','Ayesha','2026-11-24T13:31:20+05:00','1024fa4ca915859da740ff6abfe5ab92c1c2342f17334191ab63a4fc69c431d8');
INSERT INTO "entry" VALUES(7,'agreed','PK-CN-3','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 2","paraphrase":"The countries are to build up their institutional mechanisms and coordinate operations more closely.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-3","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Strengthen institutional mechanisms and operational coordination"}','Ayesha','2026-11-24T13:31:20+05:00','223177292916759a74a2079efb8feaa1d5f25eae416745513fbaa4e57ce69498');
INSERT INTO "entry" VALUES(8,'agreed','PK-CN-4','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 5","paraphrase":"Joint mechanisms, and those for a rapid response, are to become better at meeting terrorism and crime.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-4","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Improve joint and rapid-response mechanisms against terrorism and crime"}','Ayesha','2026-11-24T13:31:20+05:00','1753b31c36c6d1d5e08aeb6634c3d2ddd8de267241a4492f169a1b0066f4e038');
INSERT INTO "entry" VALUES(9,'agreed','PK-CN-5','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 5","paraphrase":"More is to be covered by the training of police and by exchanges between the forces.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-5","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Widen police training and exchange programmes"}','Ayesha','2026-11-24T13:31:20+05:00','0e7c2ea59c94fba37dcda6ac4dbc83d7fb9e5bafdf5070d9e52901851d35874f');
INSERT INTO "entry" VALUES(10,'agreed','PK-CN-6','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 6","paraphrase":"A strategy worked out together is to raise training and professional capacity of police and security staff.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"deliverable","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-6","relationship":"PK-CN","review_every":null,"strength":"agreed","title":"Joint strategy for training and professional capacity of police"}','Ayesha','2026-11-24T13:31:20+05:00','4114aca3ba80152ecb0ae0fe8fc736a84965c8f0a274d570f800433d9b3ad411');
INSERT INTO "entry" VALUES(11,'agreed','PK-CN-7','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 8","paraphrase":"Pakistan''s minister says that a unit to protect Chinese citizens and joint projects is being set up.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"deliverable","lead":"","note":"","owed_by":"PK","reading":null,"ref":"PK-CN-7","relationship":"PK-CN","review_every":null,"strength":"offered","title":"Special protection unit for Chinese nationals in Islamabad"}','Ayesha','2026-11-24T13:31:20+05:00','6f139801df2262cfda73fbfd4da3e256dfec3f0c2d1f72fcaaf962d09c6c54e8');
INSERT INTO "entry" VALUES(12,'agreed','PK-CN-8','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 6","paraphrase":"The ministers talked about a sister-city link; the report does not say that they settled it.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-8","relationship":"PK-CN","review_every":null,"strength":"discussed","title":"Sister-city cooperation of Islamabad and Beijing"}','Ayesha','2026-11-24T13:31:20+05:00','736b22f3becceb8bda30d274c4b2dd6f53bad23546a0c76589a4e4bb5e478cbf');
INSERT INTO "entry" VALUES(13,'agreed','PK-CN-9','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 9","paraphrase":"Pakistan looks for help from Chinese institutions in building up its agency against cybercrime.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"National Cyber Crimes Investigation Agency","note":"","owed_by":"CN","reading":null,"ref":"PK-CN-9","relationship":"PK-CN","review_every":null,"strength":"sought","title":"Chinese support for the National Cyber Crimes Investigation Agency"}','Ayesha','2026-11-24T13:31:20+05:00','f56011b9427cb5c603ad534e22ed832f9f1eb3c66dd0133854e5a8a15d63d6a2');
INSERT INTO "entry" VALUES(14,'agreed','PK-CN-10','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 9","paraphrase":"Pakistan''s minister remarks that China''s technology based on AI could be of use; nothing was undertaken.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_latest":null,"due_words":null,"every":null,"first_step":null,"grace_days":0,"kind":"standing","lead":"","note":"","owed_by":"joint","reading":null,"ref":"PK-CN-10","relationship":"PK-CN","review_every":null,"strength":"noted","title":"AI-based technologies against terrorism and new security challenges"}','Ayesha','2026-11-24T13:31:20+05:00','e272f96b6f9e806872df7d0cfbb1529a9cc283ffffecacde3e50aa4d0ce5b84b');
INSERT INTO "entry" VALUES(15,'held','PK-CN-1','{"additional":0,"evidence":"","happened_on":"2026-04-29","kind":"held","mode":"in person","moved_to":null,"note":"","number":null,"place":"Islamabad","reason":""}','Ayesha','2026-11-24T13:31:20+05:00','f7627960df5065ac2fe65e7303097c13b7a9ffba1321e7aca12e65fb0d1ad1d2');
INSERT INTO "entry" VALUES(16,'held','PK-CN-1','{"additional":0,"evidence":"","happened_on":"2026-07-09","kind":"held","mode":"by letter","moved_to":null,"note":"brief","number":null,"place":"","reason":""}','Ayesha','2026-11-24T13:31:20+05:00','d8147ea2f60952b62c61daee412523b3a8be298dc645086dbfc81ebcaad7ee1c');
INSERT INTO "entry" VALUES(17,'postponed','PK-CN-1','{"additional":0,"evidence":"","happened_on":"2026-11-24","kind":"postponed","mode":"","moved_to":"2026-12-15","note":"","number":3,"place":"","reason":"no room"}','Ayesha','2026-11-24T13:31:20+05:00','f9905d712a2d0db24dec5d08dca3bcaf8a419a0f7a809b7160ebf1e481c6f825');
INSERT INTO "entry" VALUES(18,'follow_up_raised','PK-CN-1','{"done_on":null,"due_after_held":0,"due_before":1,"due_occurrence":3,"due_on":null,"due_period":"P14D","number":1,"owner":"","raised_on":"2026-11-24","text":"Agenda"}','Ayesha','2026-11-24T13:31:20+05:00','85521c638b557d4a1b62ee0aeca218fb4bdbd403cddbbfff5ecd18c354b525e2');
INSERT INTO "entry" VALUES(19,'reviewed','PK-CN-3','{"note":"","on":"2026-11-24"}','Ayesha','2026-11-24T13:31:21+05:00','079f357369da43c5fbfb6e694a5eba3deff09f08f1d2fa2cbb958a879f1696c6');
CREATE TABLE "follow_up" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "number" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "raised_on" TEXT NOT NULL,
   "due_on" TEXT,
   "due_period" TEXT,
   "due_before" INTEGER,
   "due_after_held" INTEGER,
   "due_occurrence" INTEGER,
   "done_on" TEXT,
   PRIMARY KEY ("commitment", "number")
) STRICT;
INSERT INTO "follow_up" VALUES('PK-CN-1',1,'Agenda','','2026-11-24',NULL,'P14D',1,0,3,NULL);
CREATE TABLE "outcome" (
   "entry" INTEGER PRIMARY KEY NOT NULL REFERENCES "entry"("number"),
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "kind" TEXT NOT NULL,
   "happened_on" TEXT NOT NULL,
   "additional" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "mode" TEXT NOT NULL,
   "evidence" TEXT NOT NULL,
   "reason" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "number" INTEGER,
   "moved_to" TEXT
) STRICT;
INSERT INTO "outcome" VALUES(15,'PK-CN-1','held','2026-04-29',0,'Islamabad','in person','','','',NULL,NULL);
INSERT INTO "outcome" VALUES(16,'PK-CN-1','held','2026-07-09',0,'','by letter','','','brief',NULL,NULL);
INSERT INTO "outcome" VALUES(17,'PK-CN-1','postponed','2026-11-24',0,'','','','no room','',3,'2026-12-15');
CREATE TABLE "participant" (
   "source" TEXT NOT NULL REFERENCES "source"("id"),
   "position" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "office" TEXT NOT NULL,
   "party" TEXT NOT NULL,
   PRIMARY KEY ("source", "position")
) STRICT;
INSERT INTO "participant" VALUES('2026-01-07-beijing',1,'Mohsin Naqvi','Federal Minister for Interior','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',2,'Wang Xiaohong','Minister of Public Security','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',3,'Khurram Agha','Federal Secretary, Interior','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',4,'Khalil Hashmi','Ambassador to China','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',5,'Muhammad Idrees','Director General, National Police Academy','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',6,'Syed Khurram Ali','Director General, National Cyber Crimes Investigation Agency','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',7,'Muhammad Ali Randhawa','Chief Commissioner, Islamabad','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',8,'Ali Nasir Rizvi','Inspector General of Police, Islamabad','PK');
INSERT INTO "participant" VALUES('2026-01-07-beijing',9,'Xu Datong','Vice Minister','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',10,'Yu Xiuhe','Vice Minister','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',11,'Cen Yuanbiao','Deputy Mayor of Beijing; Director General, Beijing Public Security Bureau','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',12,'Guo Kan','Director General, General Office','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',13,'Gao Qiu','Director General, Counterterrorism Department','CN');
INSERT INTO "participant" VALUES('2026-01-07-beijing',14,'Wang Yong','Director General, International Cooperation','CN');
CREATE TABLE "party" (
   "code" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "capital" TEXT NOT NULL,
   "zone" TEXT NOT NULL
) STRICT;
INSERT INTO "party" VALUES('CN','China','Beijing','Asia/Shanghai');
INSERT INTO "party" VALUES('PK','Pakistan','Islamabad','Asia/Karachi');
CREATE TABLE "register" (
   "home" TEXT PRIMARY KEY NOT NULL,
   "zone" TEXT NOT NULL
) STRICT;
INSERT INTO "register" VALUES('PK','Asia/Karachi');
CREATE TABLE "reminder" (
   "item" TEXT NOT NULL,
   "about_on" TEXT NOT NULL,
   "stage" INTEGER NOT NULL,
   "recipient" TEXT NOT NULL,
   "channel" TEXT NOT NULL,
   "said_at" TEXT NOT NULL,
   PRIMARY KEY ("item", "about_on", "stage", "recipient", "channel")
) STRICT;
CREATE TABLE "review" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "position" INTEGER NOT NULL,
   "reviewed_on" TEXT NOT NULL,
   PRIMARY KEY ("commitment", "position")
) STRICT;
INSERT INTO "review" VALUES('PK-CN-3',1,'2026-11-24');
CREATE TABLE "source" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "kind" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "dated_on" TEXT NOT NULL,
   "place" TEXT NOT NULL,
   "location" TEXT NOT NULL,
   "sha256" TEXT NOT NULL
) STRICT;
INSERT INTO "source" VALUES('2026-01-07-beijing','news_report','Press report on the meeting of the interior ministers of Pakistan and China','2026-01-07','Beijing, Ministry of Public Security','','9d31761eb684a468258b12d3c3b6eeb3934b0dd4947a14e8c1bf59d9cdaa237e');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_entry_subject_number"
    ON "entry" ("subject", "number");
CREATE INDEX "idx_entry_recorded_at"
    ON "entry" ("recorded_at");
CREATE TRIGGER entry_refuses_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_refuses_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_takes_the_next_number BEFORE INSERT ON entry WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX commitment_expected_from ON commitment (expected_from, ref) WHERE expected_from IS NOT NULL;
CREATE INDEX commitment_overdue_from ON commitment (overdue_from, ref) WHERE overdue_from IS NOT NULL;
CREATE INDEX commitment_review_on ON commitment (review_on, ref) WHERE review_on IS NOT NULL;
CREATE INDEX commitment_follow_up_on ON commitment (follow_up_on, ref) WHERE follow_up_on IS NOT NULL;
CREATE INDEX "idx_commitment_last_fact_on"
    ON "commitment" ("last_fact_on");
CREATE INDEX "idx_commitment_relationship"
    ON "commitment" ("relationship");
CREATE INDEX "idx_citation_source"
    ON "citation" ("source");
CREATE INDEX "idx_outcome_commitment"
    ON "outcome" ("commitment");
COMMIT;
