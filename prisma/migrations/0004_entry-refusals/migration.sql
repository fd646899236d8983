-- CreateTable
CREATE TABLE "EntryRefusal" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "because" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EntryRefusal_pkey" PRIMARY KEY ("journeyId","leadId")
);

-- CreateIndex
CREATE INDEX "EntryRefusal_leadId_idx" ON "EntryRefusal"("leadId");
