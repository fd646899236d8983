-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT,
    "theme" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "leadId" UUID,
    "anonymousId" TEXT,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "context" JSONB NOT NULL DEFAULT '{}',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreRule" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "dimension" TEXT NOT NULL,
    "trigger" JSONB NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "cooldownH" INTEGER,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ScoreRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "ruleKey" TEXT,
    "reason" JSONB NOT NULL DEFAULT '{}',
    "eventId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScoreEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disposition" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "consequence" JSONB NOT NULL,
    "group" TEXT NOT NULL,
    "stage" TEXT,
    "pool" TEXT,
    "order" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Disposition_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Handoff" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "why" JSONB NOT NULL DEFAULT '[]',
    "score" JSONB NOT NULL DEFAULT '{}',
    "assigneeId" TEXT,
    "disposition" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "bant" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptBy" TIMESTAMPTZ(3),
    "respondBy" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handoff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "content" BYTEA,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "consent" JSONB,
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "merged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ImportJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "jobId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "leadId" UUID,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("jobId","line")
);

-- CreateTable
CREATE TABLE "Journey" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draftRevision" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "liveVersion" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Journey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JourneyVersion" (
    "journeyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "programHash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "publishedBy" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JourneyVersion_pkey" PRIMARY KEY ("journeyId","number")
);

-- CreateTable
CREATE TABLE "Program" (
    "hash" TEXT NOT NULL,
    "program" JSONB NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "EntryPoint" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "eventName" TEXT,
    "filter" JSONB,

    CONSTRAINT "EntryPoint_pkey" PRIMARY KEY ("journeyId","nodeId")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programHash" TEXT NOT NULL,
    "leadId" UUID NOT NULL,
    "entryKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "nodeId" TEXT,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "step" INTEGER NOT NULL DEFAULT -1,
    "directive" JSONB,
    "outcome" TEXT,
    "wakeAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrailEntry" (
    "id" BIGSERIAL NOT NULL,
    "runId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "port" TEXT,
    "because" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrailEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitSubscription" (
    "runId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "eventName" TEXT NOT NULL,
    "filter" JSONB,

    CONSTRAINT "WaitSubscription_pkey" PRIMARY KEY ("runId","step","seq")
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "OutboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolJob" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "error" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "EnrolJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "domain" TEXT,
    "industry" TEXT,
    "size" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lead" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "title" TEXT,
    "city" TEXT,
    "region" TEXT,
    "industry" TEXT,
    "source" TEXT,
    "companyId" UUID,
    "owner" TEXT,
    "stage" TEXT NOT NULL DEFAULT 'lead',
    "pool" TEXT NOT NULL DEFAULT 'nurture',
    "locale" TEXT,
    "timeZone" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "scores" JSONB NOT NULL DEFAULT '{}',
    "scoreTotal" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "grade" TEXT,
    "lastSeenAt" TIMESTAMPTZ(3),
    "mergedInto" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadIdentity" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "leadId" UUID NOT NULL,

    CONSTRAINT "LeadIdentity_pkey" PRIMARY KEY ("workspaceId","kind","value")
);

-- CreateTable
CREATE TABLE "LeadTag" (
    "leadId" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "asOf" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LeadTag_pkey" PRIMARY KEY ("leadId","tag")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "workspaceId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("workspaceId","channel","address")
);

-- CreateTable
CREATE TABLE "WecomContact" (
    "workspaceId" UUID NOT NULL,
    "staffUserId" TEXT NOT NULL,
    "externalUserId" TEXT NOT NULL,
    "leadId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WecomContact_pkey" PRIMARY KEY ("workspaceId","staffUserId","externalUserId")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "topic" TEXT,
    "templateKey" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "sender" TEXT,
    "subject" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'planned',
    "reason" JSONB,
    "providerId" TEXT,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "sendingAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WecomTask" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "msgid" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'awaiting-staff',
    "polls" INTEGER NOT NULL DEFAULT 0,
    "nextPollAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "WecomTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'production',
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "clockFactor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "clockReal" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "clockVirtual" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "workspaceId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "wecomUserId" TEXT,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "IntakeKey" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IntakeKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelSecret" (
    "workspaceId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelSecret_pkey" PRIMARY KEY ("workspaceId","channel")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Event_leadId_occurredAt_idx" ON "Event"("leadId", "occurredAt");

-- CreateIndex
CREATE INDEX "Event_leadId_name_occurredAt_idx" ON "Event"("leadId", "name", "occurredAt");

-- CreateIndex
CREATE INDEX "Event_workspaceId_anonymousId_idx" ON "Event"("workspaceId", "anonymousId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_workspaceId_messageId_key" ON "Event"("workspaceId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "ScoreRule_workspaceId_key_key" ON "ScoreRule"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "ScoreEntry_leadId_at_idx" ON "ScoreEntry"("leadId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ScoreEntry_leadId_ruleKey_eventId_key" ON "ScoreEntry"("leadId", "ruleKey", "eventId");

-- CreateIndex
CREATE INDEX "Handoff_workspaceId_status_createdAt_idx" ON "Handoff"("workspaceId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Handoff_leadId_idx" ON "Handoff"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Handoff_runId_step_key" ON "Handoff"("runId", "step");

-- CreateIndex
CREATE INDEX "ImportJob_workspaceId_createdAt_idx" ON "ImportJob"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportJob_status_leaseUntil_idx" ON "ImportJob"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "ImportRow_jobId_outcome_idx" ON "ImportRow"("jobId", "outcome");

-- CreateIndex
CREATE INDEX "Journey_workspaceId_status_idx" ON "Journey"("workspaceId", "status");

-- CreateIndex
CREATE INDEX "EntryPoint_workspaceId_trigger_eventName_idx" ON "EntryPoint"("workspaceId", "trigger", "eventName");

-- CreateIndex
CREATE INDEX "Run_leadId_idx" ON "Run"("leadId");

-- CreateIndex
CREATE INDEX "Run_journeyId_status_nodeId_idx" ON "Run"("journeyId", "status", "nodeId");

-- CreateIndex
CREATE UNIQUE INDEX "Run_journeyId_leadId_entryKey_key" ON "Run"("journeyId", "leadId", "entryKey");

-- CreateIndex
CREATE INDEX "TrailEntry_journeyId_nodeId_kind_idx" ON "TrailEntry"("journeyId", "nodeId", "kind");

-- CreateIndex
CREATE INDEX "TrailEntry_leadId_at_idx" ON "TrailEntry"("leadId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "TrailEntry_runId_step_seq_key" ON "TrailEntry"("runId", "step", "seq");

-- CreateIndex
CREATE INDEX "WaitSubscription_leadId_eventName_idx" ON "WaitSubscription"("leadId", "eventName");

-- CreateIndex
CREATE INDEX "OutboxItem_deliveredAt_dueAt_idx" ON "OutboxItem"("deliveredAt", "dueAt");

-- CreateIndex
CREATE INDEX "EnrolJob_journeyId_createdAt_idx" ON "EnrolJob"("journeyId", "createdAt");

-- CreateIndex
CREATE INDEX "EnrolJob_status_leaseUntil_idx" ON "EnrolJob"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Company_workspaceId_domain_idx" ON "Company"("workspaceId", "domain");

-- CreateIndex
CREATE UNIQUE INDEX "Company_workspaceId_nameKey_key" ON "Company"("workspaceId", "nameKey");

-- CreateIndex
CREATE INDEX "Lead_workspaceId_createdAt_idx" ON "Lead"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "Lead_workspaceId_pool_scoreTotal_idx" ON "Lead"("workspaceId", "pool", "scoreTotal");

-- CreateIndex
CREATE INDEX "Lead_companyId_idx" ON "Lead"("companyId");

-- CreateIndex
CREATE INDEX "LeadIdentity_leadId_idx" ON "LeadIdentity"("leadId");

-- CreateIndex
CREATE INDEX "LeadTag_tag_idx" ON "LeadTag"("tag");

-- CreateIndex
CREATE INDEX "Consent_leadId_channel_topic_at_idx" ON "Consent"("leadId", "channel", "topic", "at");

-- CreateIndex
CREATE INDEX "WecomContact_leadId_idx" ON "WecomContact"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Template_workspaceId_key_key" ON "Template"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Message_leadId_plannedAt_idx" ON "Message"("leadId", "plannedAt");

-- CreateIndex
CREATE INDEX "Message_workspaceId_status_plannedAt_idx" ON "Message"("workspaceId", "status", "plannedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_runId_step_key" ON "Message"("runId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "WecomTask_messageId_key" ON "WecomTask"("messageId");

-- CreateIndex
CREATE INDEX "WecomTask_status_nextPollAt_idx" ON "WecomTask"("status", "nextPollAt");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "IntakeKey_keyHash_key" ON "IntakeKey"("keyHash");

-- CreateIndex
CREATE INDEX "IntakeKey_workspaceId_idx" ON "IntakeKey"("workspaceId");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_at_idx" ON "AuditEntry"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ImportJob"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JourneyVersion" ADD CONSTRAINT "JourneyVersion_journeyId_fkey" FOREIGN KEY ("journeyId") REFERENCES "Journey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JourneyVersion" ADD CONSTRAINT "JourneyVersion_programHash_fkey" FOREIGN KEY ("programHash") REFERENCES "Program"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadIdentity" ADD CONSTRAINT "LeadIdentity_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadTag" ADD CONSTRAINT "LeadTag_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Time may run faster than real in a demo workspace only.
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_clockFactor_demo_only" CHECK ("kind" = 'demo' OR "clockFactor" = 1);
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_clockFactor_positive" CHECK ("clockFactor" > 0);

-- Only undelivered items are looked for.
CREATE INDEX "OutboxItem_undelivered" ON "OutboxItem"("dueAt") WHERE "deliveredAt" IS NULL;

-- Of one run the oldest undelivered item goes first.
CREATE INDEX "OutboxItem_undelivered_of_run" ON "OutboxItem"("runId", "id") WHERE "deliveredAt" IS NULL;
