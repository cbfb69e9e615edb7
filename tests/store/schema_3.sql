-- A register of the third version of the schema as SQLite dumps it: the seeds, a few facts, and what was said of them.
PRAGMA application_id = 1112099905;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'bilateral','1 journal','2026-11-24 12:07:31.233546+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'bilateral','2 index','2026-11-24 12:07:31.233770+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'bilateral','3 readings and decisions','2026-11-24 12:07:31.240764+00:00');
CREATE TABLE "amendment" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "entry" INTEGER NOT NULL,
   "from_on" TEXT NOT NULL,
   "both_agreed" INTEGER NOT NULL,
   "reason" TEXT NOT NULL,
   "decided_on" TEXT NOT NULL,
   "ref" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "relationship" TEXT NOT NULL,
   "strength" TEXT NOT NULL,
   "owed_by" TEXT NOT NULL,
   "lead" TEXT NOT NULL,
   "agreed_on" TEXT NOT NULL,
   "grace_days" INTEGER NOT NULL,
   "arrears" TEXT NOT NULL,
   "first_session" INTEGER NOT NULL,
   "first_host" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "every" TEXT,
   "anchor_on" TEXT,
   "first_step" INTEGER,
   "reading" TEXT,
   "cadence_words" TEXT,
   "lasts" TEXT,
   "until_on" TEXT,
   "times" INTEGER,
   "is_soft" INTEGER,
   "is_floor" INTEGER,
   "due_earliest" TEXT,
   "due_latest" TEXT,
   "due_words" TEXT,
   "due_event" TEXT,
   "due_event_period" TEXT,
   "due_event_before" INTEGER,
   "valid_for" TEXT,
   "renews_for" TEXT,
   "notice" TEXT,
   "review_every" TEXT,
   PRIMARY KEY ("commitment", "entry")
) STRICT;
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
INSERT INTO "citation" VALUES('PK-CN-3',1,'2026-01-07-beijing','paragraph 2','','The countries are to build up their institutional mechanisms and coordinate operations more closely.');
INSERT INTO "citation" VALUES('PK-CN-4',1,'2026-01-07-beijing','paragraph 5','','Joint mechanisms, and those for a rapid response, are to become better at meeting terrorism and crime.');
INSERT INTO "citation" VALUES('PK-CN-5',1,'2026-01-07-beijing','paragraph 5','','More is to be covered by the training of police and by exchanges between the forces.');
INSERT INTO "citation" VALUES('PK-CN-6',1,'2026-01-07-beijing','paragraph 6','','A strategy worked out together is to raise training and professional capacity of police and security staff.');
INSERT INTO "citation" VALUES('PK-CN-7',1,'2026-01-07-beijing','paragraph 8','','Pakistan''s minister says that a unit to protect Chinese citizens and joint projects is being set up.');
INSERT INTO "citation" VALUES('PK-CN-8',1,'2026-01-07-beijing','paragraph 6','','The ministers talked about a sister-city link; the report does not say that they settled it.');
INSERT INTO "citation" VALUES('PK-CN-9',1,'2026-01-07-beijing','paragraph 9','','Pakistan looks for help from Chinese institutions in building up its agency against cybercrime.');
INSERT INTO "citation" VALUES('PK-CN-10',1,'2026-01-07-beijing','paragraph 9','','Pakistan''s minister remarks that China''s technology based on AI could be of use; nothing was undertaken.');
INSERT INTO "citation" VALUES('PK-CN-1',1,'2026-01-07-beijing','paragraph 3','','Officials are cited for a consensus: the Joint Working Group sits once every three months.');
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
   "first_session" INTEGER NOT NULL,
   "first_host" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "last_fact_on" TEXT NOT NULL,
   "every" TEXT,
   "anchor_on" TEXT,
   "first_step" INTEGER,
   "reading" TEXT,
   "cadence_words" TEXT,
   "lasts" TEXT,
   "until_on" TEXT,
   "times" INTEGER,
   "is_soft" INTEGER,
   "is_floor" INTEGER,
   "due_earliest" TEXT,
   "due_latest" TEXT,
   "due_words" TEXT,
   "due_event" TEXT,
   "due_event_period" TEXT,
   "due_event_before" INTEGER,
   "valid_for" TEXT,
   "renews_for" TEXT,
   "notice" TEXT,
   "review_every" TEXT,
   "expected_from" TEXT,
   "overdue_from" TEXT,
   "review_on" TEXT,
   "follow_up_on" TEXT
) STRICT;
INSERT INTO "commitment" VALUES('PK-CN-1','meeting','Joint Working Group meets','PK-CN','agreed','joint','','2026-01-07',0,'latest',1,'','','2026-07-01','P3M','2026-01-07',1,'grid','every three months',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07','2026-07-08',NULL,'2026-12-01');
INSERT INTO "commitment" VALUES('PK-CN-2','meeting','Interior ministers meet','PK-CN','agreed','joint','Minister for Interior; Minister of Public Security','2026-01-07',0,'latest',1,'','','2026-01-07','P1Y','2026-01-07',1,'grid','annually',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-01-07','2027-01-08',NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-3','standing','Strengthen institutional mechanisms and operational coordination','PK-CN','agreed','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-4','standing','Improve joint and rapid-response mechanisms against terrorism and crime','PK-CN','agreed','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-5','standing','Widen police training and exchange programmes','PK-CN','agreed','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-6','deliverable','Joint strategy for training and professional capacity of police','PK-CN','agreed','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-7','deliverable','Special protection unit for Chinese nationals in Islamabad','PK-CN','offered','PK','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-07',NULL);
INSERT INTO "commitment" VALUES('PK-CN-8','standing','Sister-city cooperation of Islamabad and Beijing','PK-CN','discussed','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-9','standing','Chinese support for the National Cyber Crimes Investigation Agency','PK-CN','sought','CN','National Cyber Crimes Investigation Agency','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "commitment" VALUES('PK-CN-10','standing','AI-based technologies against terrorism and new security challenges','PK-CN','noted','joint','','2026-01-07',0,'each',1,'','','2026-01-07',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "counter" (
   "relationship" TEXT PRIMARY KEY NOT NULL,
   "last_number" INTEGER NOT NULL
) STRICT;
INSERT INTO "counter" VALUES('PK-CN',10);
CREATE TABLE "delay_reason" (
   "word" TEXT PRIMARY KEY NOT NULL,
   "meaning" TEXT NOT NULL
) STRICT;
CREATE TABLE "entry" (
   "number" INTEGER PRIMARY KEY NOT NULL,
   "act" TEXT NOT NULL,
   "subject" TEXT NOT NULL,
   "body" TEXT NOT NULL,
   "author" TEXT NOT NULL,
   "recorded_at" TEXT NOT NULL,
   "seal" TEXT NOT NULL
) STRICT;
INSERT INTO "entry" VALUES(1,'opened','(register)','{"home":"PK","zone":"Asia/Karachi"}','desk','2026-01-08T17:07:31+05:00','3b44746781fbfd42b8c45c72d5355b7c2c37fb9f23278d29207d7f8c2a8f8434');
INSERT INTO "entry" VALUES(2,'party','CN','{"capital":"Beijing","code":"CN","name":"China","zone":"Asia/Shanghai"}','desk','2026-01-08T17:07:31+05:00','53b16342920eb046f94f3c2ec3dba3b4303131d7b206f60bfa09cbd0739e660d');
INSERT INTO "entry" VALUES(3,'party','PK','{"capital":"Islamabad","code":"PK","name":"Pakistan","zone":"Asia/Karachi"}','desk','2026-01-08T17:07:31+05:00','7f7908f0bce19863061de34cd90751b3ba2b21a75dc7fd8cf271b3b723527937');
INSERT INTO "entry" VALUES(4,'source','2026-01-07-beijing','{"dated_on":"2026-01-07","id":"2026-01-07-beijing","kind":"news_report","location":"","participants":[{"name":"Mohsin Naqvi","office":"Federal Minister for Interior","party":"PK"},{"name":"Wang Xiaohong","office":"Minister of Public Security","party":"CN"},{"name":"Khurram Agha","office":"Federal Secretary, Interior","party":"PK"},{"name":"Khalil Hashmi","office":"Ambassador to China","party":"PK"},{"name":"Muhammad Idrees","office":"Director General, National Police Academy","party":"PK"},{"name":"Syed Khurram Ali","office":"Director General, National Cyber Crimes Investigation Agency","party":"PK"},{"name":"Muhammad Ali Randhawa","office":"Chief Commissioner, Islamabad","party":"PK"},{"name":"Ali Nasir Rizvi","office":"Inspector General of Police, Islamabad","party":"PK"},{"name":"Xu Datong","office":"Vice Minister","party":"CN"},{"name":"Yu Xiuhe","office":"Vice Minister","party":"CN"},{"name":"Cen Yuanbiao","office":"Deputy Mayor of Beijing; Director General, Beijing Public Security Bureau","party":"CN"},{"name":"Guo Kan","office":"Director General, General Office","party":"CN"},{"name":"Gao Qiu","office":"Director General, Counterterrorism Department","party":"CN"},{"name":"Wang Yong","office":"Director General, International Cooperation","party":"CN"}],"place":"Beijing, Ministry of Public Security","sha256":"9d31761eb684a468258b12d3c3b6eeb3934b0dd4947a14e8c1bf59d9cdaa237e","title":"Press report on the meeting of the interior ministers of Pakistan and China"}','desk','2026-01-08T17:07:31+05:00','e7598459378e8cbd4dbf8ac56ae4d471aef2201b086a8f2205421ec767d9e206');
INSERT INTO "entry" VALUES(5,'agreed','PK-CN-1','{"agreed_on":"2026-01-07","anchor_on":"2026-01-07","arrears":"latest","cadence_words":"every three months","citations":[{"locator":"paragraph 3","paraphrase":"Officials are cited for a consensus: the Joint Working Group sits once every three months.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":"P3M","first_host":"","first_session":1,"first_step":1,"grace_days":0,"is_floor":0,"is_soft":0,"kind":"meeting","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":"grid","ref":"PK-CN-1","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Joint Working Group meets","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','5c21123655a651342bba58ba9b9e9f5dd9e949a962be9ec6bbc6a8e978e06842');
INSERT INTO "entry" VALUES(6,'agreed','PK-CN-2','{"agreed_on":"2026-01-07","anchor_on":"2026-01-07","arrears":"latest","cadence_words":"annually","citations":[{"locator":"paragraph 3","paraphrase":"The same consensus has the two ministers meet once in every year.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":"P1Y","first_host":"","first_session":1,"first_step":1,"grace_days":0,"is_floor":0,"is_soft":0,"kind":"meeting","lasts":null,"lead":"Minister for Interior; Minister of Public Security","note":"","notice":null,"owed_by":"joint","reading":"grid","ref":"PK-CN-2","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Interior ministers meet","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','4260ef8bea08b0ab5714231144a1fd887906de3046659fa64a16fa14f9f76dd4');
INSERT INTO "entry" VALUES(7,'agreed','PK-CN-3','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 2","paraphrase":"The countries are to build up their institutional mechanisms and coordinate operations more closely.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-3","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Strengthen institutional mechanisms and operational coordination","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','7a4180b2ab5f1758bcddf88c25d6ca3daa5d41d6149fe5eaf5ddfe454b5f37c4');
INSERT INTO "entry" VALUES(8,'agreed','PK-CN-4','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 5","paraphrase":"Joint mechanisms, and those for a rapid response, are to become better at meeting terrorism and crime.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-4","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Improve joint and rapid-response mechanisms against terrorism and crime","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','23a833d2e82ee8839b4a8231d1e327da75aeed871419a1e6014b4e5243e3eb78');
INSERT INTO "entry" VALUES(9,'agreed','PK-CN-5','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 5","paraphrase":"More is to be covered by the training of police and by exchanges between the forces.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-5","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Widen police training and exchange programmes","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','63b76819d15f4957a0ceb4172018e87a500ff91d821bfe580221bf8a9413c10d');
INSERT INTO "entry" VALUES(10,'agreed','PK-CN-6','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 6","paraphrase":"A strategy worked out together is to raise training and professional capacity of police and security staff.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"deliverable","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-6","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"agreed","times":null,"title":"Joint strategy for training and professional capacity of police","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','949576ee75eb49efceecf9794ba4ac372313c6419447c930b08abd582fe17b0a');
INSERT INTO "entry" VALUES(11,'agreed','PK-CN-7','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 8","paraphrase":"Pakistan''s minister says that a unit to protect Chinese citizens and joint projects is being set up.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"deliverable","lasts":null,"lead":"","note":"","notice":null,"owed_by":"PK","reading":null,"ref":"PK-CN-7","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"offered","times":null,"title":"Special protection unit for Chinese nationals in Islamabad","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','b364ae142a71a3b3dc7e04c439da9e5995ec5c40ea15a6db604b8c1d87d1e391');
INSERT INTO "entry" VALUES(12,'agreed','PK-CN-8','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 6","paraphrase":"The ministers talked about a sister-city link; the report does not say that they settled it.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-8","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"discussed","times":null,"title":"Sister-city cooperation of Islamabad and Beijing","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','2c9022a3522d1a3ed621d51d7ec0ec8a3494a91408e3c37722e431e6582fd834');
INSERT INTO "entry" VALUES(13,'agreed','PK-CN-9','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 9","paraphrase":"Pakistan looks for help from Chinese institutions in building up its agency against cybercrime.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"National Cyber Crimes Investigation Agency","note":"","notice":null,"owed_by":"CN","reading":null,"ref":"PK-CN-9","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"sought","times":null,"title":"Chinese support for the National Cyber Crimes Investigation Agency","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','8bf365e351f9ae83914ca09396e960684f89760e0e5e349b8857541f6bc1ea22');
INSERT INTO "entry" VALUES(14,'agreed','PK-CN-10','{"agreed_on":"2026-01-07","anchor_on":null,"arrears":"each","cadence_words":null,"citations":[{"locator":"paragraph 9","paraphrase":"Pakistan''s minister remarks that China''s technology based on AI could be of use; nothing was undertaken.","quote":"","source":"2026-01-07-beijing"}],"due_earliest":null,"due_event":null,"due_event_before":null,"due_event_period":null,"due_latest":null,"due_words":null,"every":null,"first_host":"","first_session":1,"first_step":null,"grace_days":0,"is_floor":null,"is_soft":null,"kind":"standing","lasts":null,"lead":"","note":"","notice":null,"owed_by":"joint","reading":null,"ref":"PK-CN-10","relationship":"PK-CN","renews_for":null,"review_every":null,"strength":"noted","times":null,"title":"AI-based technologies against terrorism and new security challenges","until_on":null,"valid_for":null}','desk','2026-01-08T17:07:31+05:00','7cb55b56b7454df007ca51c6a17931405c7436a9a921fc6b55361749c9d881fa');
INSERT INTO "entry" VALUES(15,'held','PK-CN-1','{"additional":0,"because":"","chairs":"","evidence":"","happened_on":"2026-04-29","kind":"held","level":"","mode":null,"moved_to":null,"note":"","number":null,"party":"","place":"","reason":"","session":null,"takes_turn":null}','desk','2026-04-29T17:07:31+05:00','09164729bb7db58019f5f8de0f06c9d591c96696e2f0de6d0e4702c982f3fc71');
INSERT INTO "entry" VALUES(16,'follow_up_raised','PK-CN-1','{"done_on":null,"due_after_held":null,"due_before":null,"due_occurrence":null,"due_on":"2026-12-01","due_period":null,"is_milestone":0,"number":1,"owner":"","raised_on":"2026-07-01","text":"Send the agenda"}','desk','2026-07-01T17:07:31+05:00','7e0dee5309d335ec566da5417ff7cffdef39e85492fb4a4b2d579a0017f8526c');
CREATE TABLE "follow_up" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "number" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "raised_on" TEXT NOT NULL,
   "is_milestone" INTEGER NOT NULL,
   "due_on" TEXT,
   "due_period" TEXT,
   "due_before" INTEGER,
   "due_after_held" INTEGER,
   "due_occurrence" INTEGER,
   "done_on" TEXT,
   PRIMARY KEY ("commitment", "number")
) STRICT;
INSERT INTO "follow_up" VALUES('PK-CN-1',1,'Send the agenda','','2026-07-01',0,'2026-12-01',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "outcome" (
   "entry" INTEGER PRIMARY KEY NOT NULL REFERENCES "entry"("number"),
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "kind" TEXT NOT NULL,
   "happened_on" TEXT NOT NULL,
   "additional" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "evidence" TEXT NOT NULL,
   "reason" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "because" TEXT NOT NULL,
   "party" TEXT NOT NULL,
   "level" TEXT NOT NULL,
   "chairs" TEXT NOT NULL,
   "number" INTEGER,
   "moved_to" TEXT,
   "mode" TEXT,
   "session" INTEGER,
   "takes_turn" INTEGER
) STRICT;
INSERT INTO "outcome" VALUES(15,'PK-CN-1','held','2026-04-29',0,'','','','','','','','',NULL,NULL,NULL,NULL,NULL);
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
CREATE TABLE "pause" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "entry" INTEGER NOT NULL,
   "from_on" TEXT NOT NULL,
   "both_agreed" INTEGER NOT NULL,
   "reason" TEXT NOT NULL,
   "shifts" INTEGER NOT NULL,
   "resumed_on" TEXT,
   PRIMARY KEY ("commitment", "entry")
) STRICT;
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
INSERT INTO "reminder" VALUES('PK-CN-1#1','2026-04-07',-7,'','stdout','2026-04-01T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-1#2','2026-07-07',-30,'','stdout','2026-06-20T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-1#3','2026-10-07',42,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-1.1','2026-12-01',-7,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-3','2026-07-07',0,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-4','2026-07-07',0,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-5','2026-07-07',0,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-6','2026-07-07',0,'','stdout','2026-11-24T17:07:31+05:00');
INSERT INTO "reminder" VALUES('PK-CN-7','2026-07-07',0,'','stdout','2026-11-24T17:07:31+05:00');
CREATE TABLE "restatement" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "entry" INTEGER NOT NULL,
   "restated_on" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "locator" TEXT NOT NULL,
   "quote" TEXT NOT NULL,
   "paraphrase" TEXT NOT NULL,
   PRIMARY KEY ("commitment", "entry")
) STRICT;
CREATE TABLE "review" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "position" INTEGER NOT NULL,
   "reviewed_on" TEXT NOT NULL,
   PRIMARY KEY ("commitment", "position")
) STRICT;
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
CREATE TABLE "withdrawal" (
   "commitment" TEXT NOT NULL REFERENCES "commitment"("ref"),
   "entry" INTEGER NOT NULL,
   "from_on" TEXT NOT NULL,
   "both_agreed" INTEGER NOT NULL,
   "reason" TEXT NOT NULL,
   "decided_on" TEXT NOT NULL,
   "superseded_by" TEXT NOT NULL,
   PRIMARY KEY ("commitment", "entry")
) STRICT;
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
CREATE INDEX "idx_withdrawal_superseded_by"
    ON "withdrawal" ("superseded_by");
CREATE INDEX "idx_restatement_source"
    ON "restatement" ("source");
COMMIT;
