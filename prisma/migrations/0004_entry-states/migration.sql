-- CreateTable
CREATE TABLE "EntryMember" (
    "journeyId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "leadId" UUID NOT NULL,

    CONSTRAINT "EntryMember_pkey" PRIMARY KEY ("journeyId","nodeId","leadId")
);

-- CreateIndex
CREATE INDEX "EntryMember_leadId_idx" ON "EntryMember"("leadId");
