-- CreateTable
CREATE TABLE "EntryWatch" (
    "journeyId" UUID NOT NULL,
    "nodeId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "cursor" UUID,

    CONSTRAINT "EntryWatch_pkey" PRIMARY KEY ("journeyId","nodeId")
);
