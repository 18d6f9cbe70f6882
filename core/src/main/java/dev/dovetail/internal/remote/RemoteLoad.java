package dev.dovetail.internal.remote;

/** What one parent asks of a batch: the value of a key, in the way of a plan. Equal loads are answered once. */
record RemoteLoad(RemotePlan plan, Object key) {}
