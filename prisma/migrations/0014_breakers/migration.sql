-- CreateTable
CREATE TABLE "SendTally" (
    "workspaceId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL,
    "faults" INTEGER NOT NULL,

    CONSTRAINT "SendTally_pkey" PRIMARY KEY ("workspaceId","scope","minute")
);

-- CreateTable
CREATE TABLE "Breaker" (
    "workspaceId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL,
    "faults" INTEGER NOT NULL,
    "lastFault" TEXT NOT NULL,
    "probeAt" TIMESTAMPTZ(3) NOT NULL,
    "probes" INTEGER NOT NULL DEFAULT 0,
    "probeId" UUID,

    CONSTRAINT "Breaker_pkey" PRIMARY KEY ("workspaceId","scope")
);
