-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "turnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SendTurn" (
    "workspaceId" UUID NOT NULL,
    "destination" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SendTurn_pkey" PRIMARY KEY ("workspaceId","destination")
);
