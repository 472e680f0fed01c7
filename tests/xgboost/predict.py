"""Reads model files with XGBoost and prints margins and predictions of some rows as JSON, one element per model.

Usage: predict.py ROWS FEATURES MODEL..., where ROWS holds float32 numbers [N, F], NaN where missing.
"""
import json
import sys

import numpy as np
import xgboost as xgb

rows = np.fromfile(sys.argv[1], np.float32).reshape(-1, int(sys.argv[2]))
answers = []
for model in sys.argv[3:]:
    booster = xgb.Booster(model_file=model)
    data = xgb.DMatrix(rows, feature_names=booster.feature_names)
    answers.append({
        "features": booster.feature_names,
        "margins": booster.predict(data, output_margin=True).ravel().tolist(),
        "predictions": booster.predict(data).ravel().tolist(),
        "attributes": booster.attributes(),
        "total_gain": booster.get_score(importance_type="total_gain"),
    })
print(json.dumps(answers))
