-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "heldFact" JSONB,
ADD COLUMN     "heldSince" TIMESTAMPTZ(3),
ADD COLUMN     "pauseSeen" UUID;

-- CreateTable
CREATE TABLE "JourneyPause" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    "policy" JSONB,

    CONSTRAINT "JourneyPause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JourneyPause_journeyId_startedAt_idx" ON "JourneyPause"("journeyId", "startedAt");
