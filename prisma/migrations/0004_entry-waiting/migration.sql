-- AlterTable
ALTER TABLE "Run" ADD COLUMN "ratedEntry" TEXT;

-- CreateTable
CREATE TABLE "EntryQueue" (
    "journeyId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "leadId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "eventId" UUID,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EntryQueue_pkey" PRIMARY KEY ("journeyId","nodeId","leadId")
);

-- CreateIndex
CREATE INDEX "Run_journeyId_ratedEntry_startedAt_idx" ON "Run"("journeyId", "ratedEntry", "startedAt");

-- CreateIndex
CREATE INDEX "EntryQueue_journeyId_nodeId_seq_idx" ON "EntryQueue"("journeyId", "nodeId", "seq");

-- CreateIndex
CREATE INDEX "EntryQueue_leadId_idx" ON "EntryQueue"("leadId");
