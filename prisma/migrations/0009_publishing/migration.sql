-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "publishingNeedsApproval" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "JourneyVersion" ADD COLUMN     "approvedBy" TEXT;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "moveTo" JSONB;

-- AlterTable
ALTER TABLE "MoveJob" ADD COLUMN     "plan" JSONB,
ADD COLUMN     "later" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "left" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fromVersion" INTEGER;

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "drawing" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "choices" JSONB NOT NULL,
    "goLiveAt" TIMESTAMPTZ(3),
    "needsApproval" BOOLEAN NOT NULL DEFAULT false,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "version" INTEGER,
    "problems" JSONB,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Canary" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "against" INTEGER NOT NULL,
    "percent" INTEGER NOT NULL,
    "limits" JSONB NOT NULL,
    "choices" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "reason" JSONB,
    "startedBy" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Canary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Publication_journeyId_requestedAt_idx" ON "Publication"("journeyId", "requestedAt");

-- CreateIndex
CREATE INDEX "Publication_status_leaseUntil_idx" ON "Publication"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Canary_journeyId_status_idx" ON "Canary"("journeyId", "status");

-- CreateIndex
CREATE INDEX "Canary_status_checkedAt_idx" ON "Canary"("status", "checkedAt");
