"""Appraisal and disposal (xác định giá trị, hủy tài liệu): what is proposed, examined, decided and destroyed."""
