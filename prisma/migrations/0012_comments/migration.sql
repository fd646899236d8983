-- CreateTable
CREATE TABLE "JourneyComment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "parentId" UUID,
    "nodeId" TEXT,
    "x" DOUBLE PRECISION,
    "y" DOUBLE PRECISION,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" TEXT,

    CONSTRAINT "JourneyComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateIndex
CREATE INDEX "JourneyComment_journeyId_createdAt_idx" ON "JourneyComment"("journeyId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentMention_userId_readAt_idx" ON "CommentMention"("userId", "readAt");

-- AddForeignKey
ALTER TABLE "JourneyComment" ADD CONSTRAINT "JourneyComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "JourneyComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "JourneyComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
