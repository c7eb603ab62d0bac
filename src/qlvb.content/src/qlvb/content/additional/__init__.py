"""Fields of metadata that an agency adds to those of the law (NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần I, VI-7c)."""
