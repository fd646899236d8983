-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "heldUntil" TIMESTAMPTZ(3),
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 50;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "sendingRules" JSONB;
