-- AlterTable
ALTER TABLE "OutboxItem" ADD COLUMN     "bulk" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "BulkEnrolment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "perMinute" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "BulkEnrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OutboxItem_deliveredAt_bulk_id_idx" ON "OutboxItem"("deliveredAt", "bulk", "id");

-- CreateIndex
CREATE INDEX "BulkEnrolment_journeyId_createdAt_idx" ON "BulkEnrolment"("journeyId", "createdAt");

-- CreateIndex
CREATE INDEX "BulkEnrolment_status_nextAt_idx" ON "BulkEnrolment"("status", "nextAt");
