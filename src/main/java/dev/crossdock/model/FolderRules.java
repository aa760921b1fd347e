package dev.crossdock.model;

/// What of a folder is carried over, and in which order.
public record FolderRules(SkipRules skip, OrderList order) {

    public static final FolderRules NONE = new FolderRules(SkipRules.NONE, OrderList.BY_NAME);
}
