-- CreateIndex
CREATE INDEX "OutboxItem_runId_kind_idx" ON "OutboxItem"("runId", "kind");
