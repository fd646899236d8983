-- CreateTable
CREATE TABLE "MoveJob" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "nodeIds" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "error" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "MoveJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MoveJob_journeyId_createdAt_idx" ON "MoveJob"("journeyId", "createdAt");

-- CreateIndex
CREATE INDEX "MoveJob_status_leaseUntil_idx" ON "MoveJob"("status", "leaseUntil");
