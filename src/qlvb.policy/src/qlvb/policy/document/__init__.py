"""The screens of a document: reading and acting, drafting, registering what has arrived."""
