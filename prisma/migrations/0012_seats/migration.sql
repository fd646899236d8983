-- CreateTable
CREATE TABLE "JourneySeat" (
    "journeyId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "mayWrite" BOOLEAN NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "holdsSince" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JourneySeat_pkey" PRIMARY KEY ("journeyId","tab")
);
