-- CreateTable
CREATE TABLE "TestSend" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "templateKey" TEXT NOT NULL,
    "leadId" UUID,
    "locale" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'queued',
    "reason" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "TestSend_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BackTestJob" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "liveVersion" INTEGER,
    "days" INTEGER NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3) NOT NULL,
    "tally" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "error" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "BackTestJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TestSend_workspaceId_userId_createdAt_idx" ON "TestSend"("workspaceId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "BackTestJob_journeyId_createdAt_idx" ON "BackTestJob"("journeyId", "createdAt");

-- CreateIndex
CREATE INDEX "BackTestJob_status_leaseUntil_idx" ON "BackTestJob"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "TrailEntry_journeyId_at_idx" ON "TrailEntry"("journeyId", "at");
